import { chownSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The unprivileged account PostgreSQL runs as. */
export type Account = { readonly uid: number; readonly gid: number };

const NOBODY: Account = { uid: 65534, gid: 65534 };

/** PostgreSQL refuses to run as root. Returns whom to run it as, or undefined when we are not root. */
export function chooseAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readAccounts();
  const owner = ownerOf(cluster);
  // A uid without a passwd entry fails in initdb and in the server: "could not look up effective user ID".
  const known = owner && owner.uid !== 0 && [...accounts.values()].find((a) => a.uid === owner.uid);
  return known || accounts.get('postgres') || accounts.get('nobody') || NOBODY;
}

/** Gives a folder and all in it to the account, if the folder isn't the account's yet. */
export function giveTo(account: Account | undefined, folder: string): void {
  if (!account || ownerOf(folder)?.uid === account.uid) return;
  giveTree(account, folder);
}

function giveTree(account: Account, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveTree(account, path);
    else lchownSync(path, account.uid, account.gid);
  }
  // The folder last: an interrupted change is seen and repeated.
  chownSync(folder, account.uid, account.gid);
}

function ownerOf(path: string): Account | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && { uid: found.uid, gid: found.gid };
}

function readAccounts(): Map<string, Account> {
  const accounts = new Map<string, Account>();
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && uid && gid) accounts.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  return accounts;
}
