import { testWorkbenchAt } from './workbench-tests.ts';

testWorkbenchAt(1280);
