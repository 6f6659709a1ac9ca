/** What pages outside load of payments, in one piece. */
export { PaymentRoutes } from './PaymentRoutes.tsx';
