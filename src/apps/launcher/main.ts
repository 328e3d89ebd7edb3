/** `npm start`: builds what is stale, starts the database, migrates, runs server and worker and keeps them running. */
const NODE_FLOOR = 24;

if (Number(process.versions.node.split('.')[0]) < NODE_FLOOR) {
  console.error(
    `邻里需要 Node ${NODE_FLOOR} 或更新版本，当前是 ${process.version}。请在本目录运行 npm ci，再运行 npm start：它会使用随包安装的 Node。\n` +
      `Linli needs Node ${NODE_FLOOR} or newer, this is ${process.version}. Run "npm ci" and then "npm start" in this folder: they use the Node installed with the packages.`,
  );
  process.exit(1);
}

const { launch } = await import('./launch.ts');
await launch(process.argv.slice(2));
