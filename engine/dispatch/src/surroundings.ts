export type { CaseworkSurroundings as Surroundings, MailingSurroundings } from '@irisflow/casework';
