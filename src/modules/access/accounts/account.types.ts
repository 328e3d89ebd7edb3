export const ADMIN_POSTS = ['system_admin', 'security_admin', 'audit_admin'] as const;
/** Administrators of the installation hold no post in a body: system, security and audit stand apart (GB/T 22239-2019 level 3). */
export type AdminPost = (typeof ADMIN_POSTS)[number];

/** What we keep of an account beside better-auth's own rows. An account isn't a person: one person may have two. */
export type AccountLink = {
  readonly account: string;
  readonly person: string | null;
  /** Staff sign in by username; null for residents, who sign in by telephone. */
  readonly username: string | null;
  readonly adminPost: AdminPost | null;
  /** The password was given by somebody else and must be changed before anything else. */
  readonly oneTimePassword: boolean;
  readonly lockedAt: Date | null;
  readonly createdAt: Date;
};

/** What an account must do before it may act. */
export type Need = 'password' | 'second_factor';
