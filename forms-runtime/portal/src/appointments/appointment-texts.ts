import { useTranslator } from '@irisflow/ui';
import en from './appointment.en.json';
import fr from './appointment.fr.json';
import nl from './appointment.nl.json';

export type AppointmentKey = keyof typeof fr;

/** What the pages of appointments say; it comes with them. */
export const appointmentTexts = { fr, nl, en };

export const useAppointmentText = () => useTranslator<AppointmentKey>(appointmentTexts);
