export {
  findBody,
  findContact,
  listBodiesAround,
  type NearBody,
  namesOfBodies,
} from './organisations/bodies-around.queries.ts';
