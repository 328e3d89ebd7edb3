export {
  ADMINISTRATORS,
  CAPABILITIES,
  listCapabilities,
  VERBS,
  type Verb,
  verbsOf,
} from './capabilities.rules.ts';
export {
  refusalToSignAfter,
  SEPARATIONS,
  type Separation,
  type Signer,
} from './separation.rules.ts';
