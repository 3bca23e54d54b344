import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { manageCalls } from '#src/api/call/permissions';
import { AddCallPage } from './AddCallPage';
import { BlockPage } from './BlockPage';
import { CalendarsPage } from './CalendarsPage';
import { CallPage } from './CallPage';
import { HoursPage } from './HoursPage';
import { WeekPage } from './WeekPage';

/** The admin's pages about introductory calls, for accounts that may manage them. */
export const CallsPage = () => (
  <Page.Protect permissions={[{ action: manageCalls.action, subject: null }]}>
    <Routes>
      <Route index element={<WeekPage />} />
      <Route path="hours" element={<HoursPage />} />
      <Route path="calendars" element={<CalendarsPage />} />
      <Route path="add" element={<AddCallPage />} />
      <Route path="block" element={<BlockPage />} />
      <Route path=":number" element={<CallPage />} />
    </Routes>
  </Page.Protect>
);
