export { territoryJobs as jobs } from './imports/territory-import.jobs.ts';
