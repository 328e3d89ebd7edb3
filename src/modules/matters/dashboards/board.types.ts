import type { OutputOf } from '#kernel/pure/endpoint.ts';
import type { matterDashboard } from './dashboard.contract.ts';

/** A dashboard as the workbench reads it. */
export type Board = OutputOf<typeof matterDashboard.reply>;
