import type { WorkbenchModule } from '#kernel/workbench/module.ts';
import { workbench as access } from '#modules/access/workbench.ts';
import { workbench as bodies } from '#modules/bodies/workbench.ts';
import { workbench as matters } from '#modules/matters/workbench.ts';
import { workbench as publications } from '#modules/publications/workbench.ts';
import { workbench as rulebook } from '#modules/rulebook/workbench.ts';
import { workbench as territory } from '#modules/territory/workbench.ts';
import { importsOf } from './imports/imports-of.tsx';

/** Every module that has pages in the workbench, as its `workbench.ts` exports it. */
const own: readonly WorkbenchModule[] = [
  matters,
  publications,
  bodies,
  territory,
  access,
  rulebook,
];

/** The pages of all modules, and the one that offers what they take in. */
export const modules: readonly WorkbenchModule[] = [...own, importsOf(own)];
