import { testPortalIn } from './portal-tests.ts';
import type { Look } from './portal-walk.ts';

const LOOKS: readonly Look[] = (['zh', 'en'] as const).flatMap((language) =>
  [false, true].map((elder) => ({ language, elder, width: 320, scripts: false })),
);

testPortalIn(LOOKS, false);
