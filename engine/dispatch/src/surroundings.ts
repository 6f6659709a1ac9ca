export type { CaseworkSurroundings as Surroundings } from '@irisflow/casework';
