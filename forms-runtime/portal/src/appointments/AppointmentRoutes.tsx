import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { BookPage } from './BookPage.tsx';
import { MovePage } from './MovePage.tsx';
import { MyAppointmentsPage } from './MyAppointmentsPage.tsx';

/** The pages of hours at a counter. */
export const AppointmentRoutes = () => (
  <Switch>
    <Route path="/procedures/:procedureKey/appointment">
      {({ procedureKey }) => <BookPage procedureKey={procedureKey} />}
    </Route>
    <Route path="/my/appointments">
      <MyAppointmentsPage />
    </Route>
    <Route path="/my/appointments/:appointmentId/move">
      {({ appointmentId }) => <MovePage key={appointmentId} appointmentId={appointmentId} />}
    </Route>
    <Route>
      <NotFoundPage />
    </Route>
  </Switch>
);
