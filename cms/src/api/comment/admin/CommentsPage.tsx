import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { moderateComments } from '#src/api/comment/permissions';
import { PrivacyPage } from '#src/api/privacy/admin/PrivacyPage';
import { CommentList } from './CommentList';
import { CommentPage } from './CommentPage';

/** The admin's pages about comments, for accounts that may moderate them. */
export const CommentsPage = () => (
  <Page.Protect permissions={[{ action: moderateComments.action, subject: null }]}>
    <Routes>
      <Route index element={<CommentList />} />
      <Route path="privacy" element={<PrivacyPage />} />
      <Route path=":number" element={<CommentPage />} />
    </Routes>
  </Page.Protect>
);
