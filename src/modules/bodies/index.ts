export { listBodiesAround, type NearBody } from './organisations/bodies-around.queries.ts';
export { findContact } from './organisations/bodies-around.queries.ts';
