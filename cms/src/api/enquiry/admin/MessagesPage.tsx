import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { answerMessages } from '#src/api/enquiry/permissions';
import { MessageList } from './MessageList';
import { MessagePage } from './MessagePage';
import { SpacePage } from './SpacePage';

/** The admin's pages about messages of the contact form, for accounts that may answer them. */
export const MessagesPage = () => (
  <Page.Protect permissions={[{ action: answerMessages.action, subject: null }]}>
    <Routes>
      <Route index element={<MessageList />} />
      <Route path="space" element={<SpacePage />} />
      <Route path=":number" element={<MessagePage />} />
    </Routes>
  </Page.Protect>
);
