import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { PrivacyPage } from '#src/api/privacy/admin/PrivacyPage';
import { deskRights } from '#src/setup/admin-permissions';
import { CommentList } from './CommentList';
import { CommentPage } from './CommentPage';

/** The counsellor's desk, for whoever may read comments. */
export const CommentsPage = () => (
  <Page.Protect permissions={[{ action: deskRights.comments, subject: null }]}>
    <Routes>
      <Route index element={<CommentList />} />
      <Route path="privacy" element={<PrivacyPage />} />
      <Route path=":number" element={<CommentPage />} />
    </Routes>
  </Page.Protect>
);
