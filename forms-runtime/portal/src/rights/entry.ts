/** What pages outside load of rights, in one piece. */
export { CheckPage } from './CheckPage.tsx';
export { RightRoutes } from './RightRoutes.tsx';
