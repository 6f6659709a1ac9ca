import { AccountPage } from '@irisflow/frame';

/** The account and sessions of somebody at the desk. */
export const StaffAccount = () => <AccountPage />;
