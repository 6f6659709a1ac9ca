/** What pages outside load of appointments, in one piece. */
export { AppointmentRoutes } from './AppointmentRoutes.tsx';
export { ComeToCounter } from './ComeToCounter.tsx';
