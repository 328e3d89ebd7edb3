import { testWorkbenchAt } from './workbench-tests.ts';

testWorkbenchAt(375);
