import { defineMessages } from '#kernel/pure/messages.ts';

const zh = {
  title: '邻里命令行。在运行中的服务旁边也可以使用。',
  usage: '用法：',
  unknown: (words: string) => `没有这个命令：${words}`,
  tooFew: '缺少参数',
  tooMany: (word: string) => `多余的参数：${word}`,
  environment: '通过 DATA_DIR 或 DATABASE_URL 指定区。',
  commands: {
    help: '列出全部命令',
    init: '准备一个真实的区：数据库角色、模式、表和密钥',
    'admin create': '建立第一位管理员，给出一次性密码；也用于找回安全管理员',
    'import territory': '导入区划、楼栋（CSV、XLSX）和边界（GeoJSON）',
    'import bodies': '导入组织和任职（CSV、XLSX）',
    'import past-matters': '导入过去的诉求（事件表）；中断后再运行即可接着导入',
    'import hotline-orders': '导入热线工单（CSV、XLSX）',
    'journal verify': '重新计算日志的全部封条，检查有无改动',
    backup: '先封存日志，再把某一时刻的全部内容备份到一个新文件夹',
    restore: '把备份恢复到空的区，并逐项核对',
    'demo load': '装入演示区（LINLI_DEMO=1 时）',
    'demo accounts': '列出演示账户',
    reproduce: '把文章的数字与档案算出的数字并列打印',
    doctor: '检查数据库、磁盘、角色、结构、封条和工作日历',
  },
  passphraseWanted:
    '密钥要用口令加密保存：请用 --passphrase-file <文件> 或 LINLI_BACKUP_PASSPHRASE 给出至少 12 个字符的口令；若密钥另行保存，用 --without-keys',
  backupDone: (folder: string, tables: number, rows: number, files: number) =>
    `备份完成：${folder}，${tables} 张表 ${rows} 行，${files} 个文件`,
  backupMissing: (count: number) => `有 ${count} 个文件在备份之前就已缺失`,
  backupWithoutKeys: '备份不含密钥：没有密钥，证件号码等加密内容无法读取，请另行保存',
  secretElsewhere: 'LINLI_SECRET 不在备份内，请另行保存',
  lastSeal: (no: number, seq: number, head: string) =>
    `最后封条：第 ${no} 号，到第 ${seq} 行，${head}`,
  noSeal: '尚无封条',
  restoreDone: (rows: number) => `恢复完成，日志 ${rows} 行核对无误，最后封条一致`,
  verifyGood: (rows: number, seals: number) => `日志完好：${rows} 行，${seals} 个封条`,
  verifyBad: (count: number) => `日志不完好：发现 ${count} 处问题`,
  verifyRest: (unsealed: number, erased: number) =>
    `尚未封存 ${unsealed} 行，按保存期限已清除内容 ${erased} 行`,
  verifyProgress: (rows: number) => `已核对 ${rows} 行`,
  headForm: '--head 的形式是 封条号:哈希值',
  faults: {
    seal_gap: '封条不连续',
    row_gap: '缺少一行',
    row_seal_differs: '行的封条号不对',
    head_differs: '内容与封条不符',
    rows_missing: '行数少于封条所记',
    row_without_seal: '有行不属于任何封条',
    known_head_differs: '与另行保存的封条不符',
    detail_differs: '详细内容与日志不符',
    detail_missing: '详细内容缺失',
    detail_unexpected: '多出一份详细内容',
  },
  faultAt: (what: string, seal: number, seq: number | null) =>
    seq === null ? `${what}（封条 ${seal}）` : `${what}（封条 ${seal}，第 ${seq} 行）`,
  initDone: (district: string, applied: number) =>
    `区 ${district} 已准备好，更新数据库结构 ${applied} 项`,
  initRules: (ruleSets: number, years: number) =>
    ruleSets + years === 0
      ? '规则和放假安排已经在里面。'
      : `已装入 ${ruleSets} 条默认规则和 ${years} 年的放假安排。`,
  initUrls: '请把下列设置交给服务进程，并妥善保管：',
  doctor: {
    database: (version: string) => `数据库可以访问，PostgreSQL ${version}`,
    databaseOld: (version: string) => `PostgreSQL ${version} 太旧，需要 16 或更新`,
    roles: '各角色的权限正确：程序不能改动日志',
    rolesWrong: (what: string) => `角色权限不对：${what}`,
    appIsStrong: '程序的角色是超级用户或可绕过行级安全',
    appMayChange: '程序的角色可以改动日志',
    sealerMayNot: '封存角色不能写封条',
    migrations: (count: number) => `数据库结构是最新的（${count} 项）`,
    migrationsOpen: (names: string) => `数据库结构未更新：${names}。重新启动服务即会更新`,
    migrationsNewer: (names: string) => `数据库结构比程序新：${names}`,
    disk: (gigabytes: string) => `数据文件夹还有 ${gigabytes} GB 空间`,
    diskLow: (gigabytes: string) => `数据文件夹只剩 ${gigabytes} GB 空间`,
    seals: (minutes: number, unsealed: number) =>
      `最后封条在 ${minutes} 分钟前，未封存 ${unsealed} 行`,
    sealsLate: (minutes: number, unsealed: number) =>
      `有 ${unsealed} 行日志等待封存，最早的已等 ${minutes} 分钟：后台进程在运行吗`,
    sealsNone: '日志为空，尚无封条',
    calendar: (year: number) => `工作日历已录入到 ${year} 年`,
    calendarEnds: (year: number) =>
      `工作日历只到 ${year} 年：之后的期限只是暂定，请录入新的放假通知`,
    calendarNone: '尚未录入工作日历：全部期限只是暂定',
    secret: '密钥文件只有属主可读',
    secretOpen: '密钥文件可被他人读取：请改为 600',
    secretNone: '尚无密钥文件，首次启动时生成',
    checkFailed: (what: string, why: string) => `无法检查${what}：${why}`,
  },
};

export const cliMessages = defineMessages(zh, {
  title: 'The linli command. It also works beside a running server.',
  usage: 'Usage:',
  unknown: (words: string) => `there is no command "${words}"`,
  tooFew: 'something is missing after the command',
  tooMany: (word: string) => `too much: ${word}`,
  environment: 'DATA_DIR or DATABASE_URL says which district.',
  commands: {
    help: 'list all commands',
    init: 'prepare a real district: database roles, schemas, tables and keys',
    'admin create':
      'make the first administrator with a one-time password; also the way back in for a lost one',
    'import territory': 'import areas and buildings (CSV, XLSX) and boundaries (GeoJSON)',
    'import bodies': 'import organisations and office holders (CSV, XLSX)',
    'import past-matters':
      'import past matters (an events sheet); run again, it goes on after a break',
    'import hotline-orders': 'import work orders of a hotline (CSV, XLSX)',
    'journal verify': 'recompute every seal of the journal and find what was changed',
    backup: 'seal the journal, then copy everything as of one moment into a new folder',
    restore: 'restore a backup into an empty district and check all of it',
    'demo load': 'load the demo district (with LINLI_DEMO=1)',
    'demo accounts': 'list the demo’s sign-ins',
    reproduce: 'print the article’s figures beside those computed from the archive',
    doctor: 'check database, disk, roles, structure, seals and working calendar',
  },
  passphraseWanted:
    'the keys are kept under a passphrase: give one of at least 12 characters by --passphrase-file <file> or LINLI_BACKUP_PASSPHRASE, or use --without-keys where the keys are kept elsewhere',
  backupDone: (folder: string, tables: number, rows: number, files: number) =>
    `backup done: ${folder}, ${rows} rows in ${tables} tables, ${files} files`,
  backupMissing: (count: number) => `${count} files were missing already before the backup`,
  backupWithoutKeys:
    'the backup has no keys: without them encrypted fields cannot be read, so keep them elsewhere',
  secretElsewhere: 'LINLI_SECRET is not in the backup: keep it elsewhere',
  lastSeal: (no: number, seq: number, head: string) =>
    `last seal: no. ${no}, up to row ${seq}, ${head}`,
  noSeal: 'no seal yet',
  restoreDone: (rows: number) =>
    `restored; ${rows} journal rows verified, and the last seal is the same`,
  verifyGood: (rows: number, seals: number) =>
    `the journal is whole: ${rows} rows under ${seals} seals`,
  verifyBad: (count: number) => `the journal is not whole: ${count} faults found`,
  verifyRest: (unsealed: number, erased: number) =>
    `${unsealed} rows not yet sealed, ${erased} details erased under a retention rule`,
  verifyProgress: (rows: number) => `${rows} rows checked`,
  headForm: '--head is written <number of the seal>:<hash>',
  faults: {
    seal_gap: 'the seals do not follow one another',
    row_gap: 'a row is missing',
    row_seal_differs: 'a row names another seal',
    head_differs: 'the content differs from its seal',
    rows_missing: 'fewer rows than were sealed',
    row_without_seal: 'a row belongs to no seal',
    known_head_differs: 'the seal differs from the one kept elsewhere',
    detail_differs: 'a detail differs from what its row vouches for',
    detail_missing: 'a detail is missing',
    detail_unexpected: 'a detail too many',
  },
  faultAt: (what: string, seal: number, seq: number | null) =>
    seq === null ? `${what} (seal ${seal})` : `${what} (seal ${seal}, row ${seq})`,
  initDone: (district: string, applied: number) =>
    `district ${district} is ready, migrations applied: ${applied}`,
  initRules: (ruleSets: number, years: number) =>
    ruleSets + years === 0
      ? 'Its rules and holidays were there already.'
      : `Loaded ${ruleSets} default rules and the holidays of ${years} years.`,
  initUrls: 'Give these settings to the server, and keep them safe:',
  doctor: {
    database: (version: string) => `the database answers, PostgreSQL ${version}`,
    databaseOld: (version: string) => `PostgreSQL ${version} is too old, 16 or newer is needed`,
    roles: 'the roles have the right privileges: the program cannot change the journal',
    rolesWrong: (what: string) => `wrong privileges: ${what}`,
    appIsStrong: "the program's role is a superuser or passes row-level security by",
    appMayChange: "the program's role may change the journal",
    sealerMayNot: "the sealer's role may not write seals",
    migrations: (count: number) => `the structure is up to date (${count} migrations)`,
    migrationsOpen: (names: string) =>
      `migrations not applied: ${names}. Starting the server applies them`,
    migrationsNewer: (names: string) => `the structure is newer than the program: ${names}`,
    disk: (gigabytes: string) => `${gigabytes} GB free for DATA_DIR`,
    diskLow: (gigabytes: string) => `only ${gigabytes} GB free for DATA_DIR`,
    seals: (minutes: number, unsealed: number) =>
      `last seal ${minutes} minutes ago, ${unsealed} rows not yet sealed`,
    sealsLate: (minutes: number, unsealed: number) =>
      `${unsealed} journal rows wait for a seal, the oldest for ${minutes} minutes: does the worker run`,
    sealsNone: 'the journal is empty, no seal yet',
    calendar: (year: number) => `the working calendar is loaded up to ${year}`,
    calendarEnds: (year: number) =>
      `the working calendar ends with ${year}: later deadlines are provisional, load the new holiday notice`,
    calendarNone: 'no working calendar is loaded: every deadline is provisional',
    secret: 'only its owner may read the key file',
    secretOpen: 'others may read the key file: set its mode to 600',
    secretNone: 'no key file yet: the first start makes it',
    checkFailed: (what: string, why: string) => `${what} could not be checked: ${why}`,
  },
});
