import type { ThemeConfig } from 'antd';

/** The workbench's colours, each checked to AA on the ground it is used on. */
export const colours = {
  pine: '#0B6B5B',
  pineDeep: '#085347',
  pineSoft: '#E6F2EF',
  night: '#0F2E2A',
  link: '#0B5394',
  ink: '#1A2422',
  quiet: '#52605D',
  line: '#DDE5E3',
  edge: '#7C8A86',
  ground: '#F3F6F5',
  paper: '#FFFFFF',
  red: '#B3201A',
  amber: '#8A5200',
  green: '#1A6B2E',
} as const;

/**
 * Six series colours that stay apart for red-green and blue-yellow blind readers
 * (Okabe and Ito's set, darkened to 3:1 on white); the order is the order of use.
 */
export const seriesColours = [
  '#0B6B5B',
  '#C25700',
  '#1F6FB2',
  '#9A3F7F',
  '#8A7000',
  '#3D4F5C',
] as const;

export const fontStack =
  "'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";

/** In English the Latin faces come first: a Chinese one draws the apostrophe as wide as a character. */
export const latinFontStack = `system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', ${fontStack}`;

export const workbenchTheme: ThemeConfig = {
  token: {
    colorPrimary: colours.pine,
    colorLink: colours.link,
    linkDecoration: 'underline',
    linkHoverDecoration: 'underline',
    colorInfo: colours.link,
    colorSuccess: colours.green,
    colorWarning: colours.amber,
    colorError: colours.red,
    // antd would mix these grounds from our dark tones into mud.
    colorInfoBg: '#EAF1F8',
    colorInfoBorder: '#B5CBE0',
    colorSuccessBg: '#E3F3E6',
    colorSuccessBorder: '#A9D1B2',
    colorWarningBg: '#FDF3E0',
    colorWarningBorder: '#E3C48D',
    colorErrorBg: '#FCECEA',
    colorErrorBorder: '#E4AAA6',
    colorText: colours.ink,
    colorTextSecondary: colours.quiet,
    colorTextDescription: colours.quiet,
    colorTextPlaceholder: '#66736F',
    colorTextDisabled: '#66736F',
    colorBorder: '#B9C6C2',
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.ground,
    borderRadius: 6,
    borderRadiusLG: 6,
    borderRadiusSM: 6,
    fontSize: 14,
    fontFamily: fontStack,
    sizeStep: 4,
    sizeUnit: 4,
    controlHeight: 36,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 4px' },
    Drawer: { paddingLG: 20 },
  },
};
