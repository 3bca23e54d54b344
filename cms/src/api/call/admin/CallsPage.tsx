import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { manageCalls } from '#src/api/call/permissions';
import { CalendarsPage } from './CalendarsPage';
import { WeekPage } from './WeekPage';

/** The admin's pages about introductory calls, for accounts that may manage them. */
export const CallsPage = () => (
  <Page.Protect permissions={[{ action: manageCalls.action, subject: null }]}>
    <Routes>
      <Route index element={<WeekPage />} />
      <Route path="calendars" element={<CalendarsPage />} />
    </Routes>
  </Page.Protect>
);
