/** The door of the demo for the programs: the synthetic district and the article's figures. */
export {
  type DemoOptions,
  type DemoProgress,
  type DemoStep,
  isDemoLoaded,
  loadDemo,
} from './load-demo.ts';
export { agrees, type ReproducedLine, reproduce } from './reproduce.ts';
