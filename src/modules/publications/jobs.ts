export { noticeJobs as jobs } from './notices/notice.jobs.ts';
