import { AccountPage } from '@irisflow/frame';

/** A citizen's account and sessions. */
export const CitizenAccount = () => <AccountPage />;
