export { bodiesJobs as jobs } from './imports/bodies-import.jobs.ts';
