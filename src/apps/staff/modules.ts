import type { WorkbenchModule } from '#kernel/workbench/module.ts';
import { workbench as access } from '#modules/access/workbench.ts';
import { workbench as bodies } from '#modules/bodies/workbench.ts';
import { workbench as matters } from '#modules/matters/workbench.ts';
import { workbench as publications } from '#modules/publications/workbench.ts';
import { workbench as rulebook } from '#modules/rulebook/workbench.ts';

/** Every module that has pages in the workbench, as its `workbench.ts` exports it. */
export const modules: readonly WorkbenchModule[] = [
  matters,
  publications,
  bodies,
  access,
  rulebook,
];
