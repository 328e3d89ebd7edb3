export { matterJobs as jobs } from './messages/matter.jobs.ts';
