// The import law. Each rule has a planted violation in test/architecture/import-law.test.ts: a rule that cannot fail is not a rule.
const { readFileSync } = require('node:fs');

const OWN = '^src/modules/([^/]+)/';
const TEST = '([.](test|factory)[.]tsx?$)|(^test/)';
const PORTAL_PAGE = '[.]portal[.]tsx$';
const PORTAL = `(${PORTAL_PAGE})|(^src/kernel/views/)|(^src/apps/portal/)`;
const STAFF = '([.]staff[.]tsx$)|(/workbench[.]ts$)|(^src/kernel/workbench/)|(^src/apps/staff/)';
const BROWSER = `(/browser/)|${STAFF}`;
const PURE = '([.](rules|policy|types)[.]ts$)|(^src/modules/[^/]+/pure[.]ts$)';
const MESSAGES = '[.]messages[.]ts$';
const runtime = { dependencyTypesNot: ['type-only'] };
const packages = (...names) => names.map((name) => `(^|/)node_modules/${name}/`);

// docs/module-map.json: {"matters": ["access", "bodies", …]}: what each module may know, through doors.
const map = JSON.parse(readFileSync('docs/module-map.json', 'utf8'));
const mapRules = Object.entries(map).map(([name, may]) => ({
  name: 'modules-follow-the-map',
  severity: 'error',
  from: { path: `^src/modules/${name}/`, pathNot: TEST },
  to: {
    path: '^src/modules/',
    pathNot: [`^src/modules/${name}/`, ...may.map((other) => `^src/modules/${other}/`)],
  },
}));

const rules = {
  'nothing-unresolved': { from: {}, to: { couldNotResolve: true } },
  'no-cycles': { from: {}, to: { circular: true } },
  'kernel-knows-no-domain': {
    from: { path: '^src/kernel/' },
    to: { path: '^src/(modules|apps|demo)/' },
  },
  'pure-stays-pure': {
    from: { path: '^src/kernel/pure/', pathNot: TEST },
    to: { pathNot: ['^src/kernel/pure/', ...packages('temporal-polyfill')] },
  },
  'modules-know-no-app': { from: { path: '^src/modules/' }, to: { path: '^src/(apps|demo)/' } },
  'modules-meet-at-the-door': {
    from: { path: OWN },
    to: {
      path: OWN,
      // Factories are for everybody's tests; 'product-never-imports-tests' keeps them out of the product.
      pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/((index|pure)[.]ts|[^/]+[.]factory[.]ts)$'],
    },
  },
  'apps-use-the-doors': {
    from: { path: '^src/(apps|demo)/', pathNot: TEST },
    to: {
      path: '^src/modules/',
      pathNot: '^src/modules/[^/]+/(index|pure|routes|workbench|jobs)[.]ts$',
    },
  },
  'rules-and-policies-are-pure': {
    from: { path: PURE },
    to: { pathNot: [PURE, '^src/kernel/pure/'], ...runtime },
  },
  'messages-are-only-words': {
    from: { path: MESSAGES },
    to: { pathNot: [MESSAGES, PURE, '^src/kernel/pure/'], ...runtime },
  },
  'contracts-know-no-http': {
    from: { path: '[.]contract[.]ts$' },
    to: {
      pathNot: ['[.]contract[.]ts$', PURE, '^src/kernel/pure/', ...packages('zod')],
      ...runtime,
    },
  },
  'only-queries-speak-sql': {
    from: { path: '^src/(modules|demo)/', pathNot: ['[.]queries[.]ts$', TEST] },
    to: {
      path: ['^src/kernel/db/client[.]ts$', ...packages('kysely', 'pg', 'pg-copy-streams')],
      ...runtime,
    },
  },
  'table-types-stay-with-queries': {
    from: { path: '^src/', pathNot: ['^src/kernel/db/', '[.]queries[.]ts$', TEST] },
    to: { path: '^db/types[.]ts$' },
  },
  'pages-do-not-query': {
    from: { path: '[.](portal|staff)[.]tsx$' },
    to: { path: ['[.]queries[.]ts$', '^src/kernel/db/'], ...runtime },
  },
  'portal-pages-only-show': {
    from: { path: PORTAL_PAGE },
    to: {
      path: '^src/',
      pathNot: [PORTAL_PAGE, PURE, MESSAGES, '[.]contract[.]ts$', '^src/kernel/(pure|views)/'],
      ...runtime,
    },
  },
  'portal-pages-know-no-react': {
    from: { path: PORTAL, pathNot: TEST },
    to: {
      path: packages(
        'react',
        'react-dom',
        'react-router',
        'antd',
        '@ant-design/[^/]+',
        '@tanstack/react-query',
      ),
    },
  },
  'staff-pages-know-no-server-view': {
    from: { path: STAFF },
    to: { path: ['^src/kernel/views/', PORTAL_PAGE, '(^|/)node_modules/hono/dist/(types/)?jsx/'] },
  },
  'browser-sees-contracts-only': {
    from: { path: BROWSER, pathNot: TEST },
    to: {
      path: '^src/',
      pathNot: [BROWSER, PURE, MESSAGES, '[.]contract[.]ts$', '^src/kernel/pure/'],
      ...runtime,
    },
  },
  'browser-has-no-node': {
    from: { path: BROWSER, pathNot: TEST },
    to: { dependencyTypes: ['core'], ...runtime },
  },
  'workbench-parts-stay-in-the-browser': {
    from: { path: '^src/', pathNot: [BROWSER, TEST] },
    to: { path: '^src/kernel/workbench/', ...runtime },
  },
  'product-never-imports-tests': {
    from: { path: '^src/', pathNot: TEST },
    to: { path: TEST },
  },
  'product-ships-with-its-packages': {
    from: { path: '^src/', pathNot: [TEST, STAFF] },
    to: { dependencyTypes: ['npm-dev'], ...runtime },
  },
};

module.exports = {
  forbidden: [
    ...Object.entries(rules).map(([name, rule]) => ({ name, severity: 'error', ...rule })),
    ...mapRules,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // Without these, subpaths such as hono/jsx stay unresolved and the rules about them never fire.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
