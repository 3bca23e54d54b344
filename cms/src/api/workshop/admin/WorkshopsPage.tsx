import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { manageParticipants } from '#src/api/workshop/permissions';
import { AddPersonPage } from './AddParticipantPage';
import { WritePage } from './EmailParticipantsPage';
import { ParticipantsPage } from './ParticipantsPage';
import { WorkshopList } from './WorkshopList';

/** The counsellor's workshops and who takes part in them, for whoever may see that. */
export const WorkshopsPage = () => (
  <Page.Protect permissions={[{ action: manageParticipants.action, subject: null }]}>
    <Routes>
      <Route index element={<WorkshopList />} />
      <Route path=":id" element={<ParticipantsPage />} />
      <Route path=":id/add" element={<AddPersonPage />} />
      <Route path=":id/write" element={<WritePage />} />
    </Routes>
  </Page.Protect>
);
