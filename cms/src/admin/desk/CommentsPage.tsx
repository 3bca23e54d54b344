import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { deskRights } from '../../admin-api/contracts/rights';
import { CommentList } from './CommentList';
import { CommentPage } from './CommentPage';
import { PrivacyPage } from './PrivacyPage';

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
