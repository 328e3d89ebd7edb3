import { defineMessages } from '#kernel/pure/messages.ts';

/** What the import commands and `admin create` say. */
export const importMessages = defineMessages(
  {
    filesWanted: (options: string) => `请给出文件：${options}`,
    dryRun: '试运行，没有写入：',
    done: '已导入：',
    tally: (added: number, changed: number, unchanged: number) =>
      `新增 ${added}，更改 ${changed}，不变 ${unchanged}`,
    parts: {
      areas: '区划',
      polygons: '边界',
      grids: '网格',
      estates: '小区',
      buildings: '楼栋',
      stairwells: '单元',
      organisations: '组织',
      persons: '人员',
      appointments: '任职',
    },
    orders: (taken: number, known: number, refused: number) =>
      `工单：收下 ${taken}，已有 ${known}，未收 ${refused}`,
    ordersReadable: (count: number) => `工单：${count} 行可以读取`,
    past: (imported: number, unchanged: number, refused: number) =>
      `过去的诉求：导入 ${imported}，已有 ${unchanged}，未导入 ${refused}`,
    faults: (count: number) => `有 ${count} 处问题：`,
    faultsMore: (count: number) => `……另有 ${count} 处`,
    faultsKept: (path: string) => `全部问题已写入 ${path}`,
    fault: (where: string, column: string, reason: string, value: string) =>
      `${where}，${column}：${reason}${value === '' ? '' : `（${value}）`}`,
    line: (file: string, line: number) => `${file} 第 ${line} 行`,
    reading: '正在读取',
    writing: '正在核对和写入',
    matters: (count: number) => `已处理 ${count} 件`,
    headers: {
      file: '文件',
      line: '行',
      column: '列',
      reason: '原因',
      code: '代码',
      value: '内容',
    },
    adminWanted: '请给出 --username 和 --name',
    adminPost: (posts: string) => `--post 是 ${posts} 之一`,
    adminDone: (username: string, post: string) => `管理员 ${username}（${post}）已建立`,
    adminPassword: (password: string) => `一次性密码：${password}`,
    adminNext: '首次登录时要改密码并绑定动态口令。这个密码不会再显示。',
    taken: '这个用户名已经有人用了',
    unfit: '用户名只用字母、数字、点、横线和下划线',
    posts: {
      system_admin: '系统管理员',
      security_admin: '安全管理员',
      audit_admin: '审计管理员',
    },
  },
  {
    filesWanted: (options: string) => `give the files: ${options}`,
    dryRun: 'Dry run, nothing was written:',
    done: 'Imported:',
    tally: (added: number, changed: number, unchanged: number) =>
      `${added} added, ${changed} changed, ${unchanged} unchanged`,
    parts: {
      areas: 'areas',
      polygons: 'boundaries',
      grids: 'grids',
      estates: 'estates',
      buildings: 'buildings',
      stairwells: 'stairwells',
      organisations: 'organisations',
      persons: 'persons',
      appointments: 'appointments',
    },
    orders: (taken: number, known: number, refused: number) =>
      `orders: ${taken} taken, ${known} known, ${refused} refused`,
    ordersReadable: (count: number) => `orders: ${count} rows can be read`,
    past: (imported: number, unchanged: number, refused: number) =>
      `past matters: ${imported} imported, ${unchanged} known, ${refused} refused`,
    faults: (count: number) => `${count} faults:`,
    faultsMore: (count: number) => `… and ${count} more`,
    faultsKept: (path: string) => `all faults are in ${path}`,
    fault: (where: string, column: string, reason: string, value: string) =>
      `${where}, ${column}: ${reason}${value === '' ? '' : ` (${value})`}`,
    line: (file: string, line: number) => `${file} line ${line}`,
    reading: 'reading',
    writing: 'checking and writing',
    matters: (count: number) => `${count} matters done`,
    headers: {
      file: 'file',
      line: 'line',
      column: 'column',
      reason: 'reason',
      code: 'code',
      value: 'value',
    },
    adminWanted: 'give --username and --name',
    adminPost: (posts: string) => `--post is one of ${posts}`,
    adminDone: (username: string, post: string) =>
      `the administrator ${username} (${post}) is made`,
    adminPassword: (password: string) => `one-time password: ${password}`,
    adminNext:
      'The first sign-in asks for a new password and a second factor. This password is not shown again.',
    taken: 'this username is taken',
    unfit: 'a username has letters, digits, dots, hyphens and underscores only',
    posts: {
      system_admin: 'system administrator',
      security_admin: 'security administrator',
      audit_admin: 'audit administrator',
    },
  },
);
