/** Staff sit at shared counters; a resident's telephone is his own. GB/T 22239-2019 level 3 asks for an idle limit, the numbers are ours. */
export const STAFF_IDLE_SECONDS = 30 * 60;
export const RESIDENT_IDLE_SECONDS = 30 * 24 * 60 * 60;
/** A session's last use is written at most this often: a write per request would double the load. */
export const TOUCH_SECONDS = 60;

export function idleSeconds(isStaff: boolean): number {
  return isStaff ? STAFF_IDLE_SECONDS : RESIDENT_IDLE_SECONDS;
}

export function isIdle(seenAt: Date, now: Date, isStaff: boolean): boolean {
  return now.getTime() - seenAt.getTime() > idleSeconds(isStaff) * 1000;
}

export function isTouchDue(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= TOUCH_SECONDS * 1000;
}
