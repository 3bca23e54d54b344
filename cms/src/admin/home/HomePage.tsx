import { Box, Flex, Grid, Link, LinkButton } from '@strapi/design-system';
import { ExternalLink, Pencil } from '@strapi/icons';
import { useAuth } from '@strapi/strapi/admin';
import { type ComponentType, lazy, Suspense } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { siteAddress } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { newPost } from '#src/admin/components/admin-paths';
import { AdminPage, Panel } from '#src/admin/components/page-elements';
import { RecentPosts } from './RecentPosts';

/** A part of the home page, for users who have the permission. */
export interface HomeCard {
  title: string;
  permission: { action: string; subject?: string };
  link?: { label: string; to: string };
  load: () => Promise<ComponentType>;
}

const createPosts = { action: 'plugin::content-manager.explorer.create', subject: 'api::post.post' };

const recentPosts: HomeCard = {
  title: 'Posts you worked on',
  permission: createPosts,
  link: { label: 'All posts', to: '/content-manager' },
  load: async () => RecentPosts,
};

const useIsAllowed = () => {
  const permissions = useAuth('HomePage', (auth) => auth.permissions);
  return ({ action, subject }: HomeCard['permission']): boolean =>
    permissions.some((given) => given.action === action && (subject === undefined || given.subject === subject));
};

const FirstButtons = () => {
  const isAllowed = useIsAllowed();
  const { data: site } = useAdminQuery(siteAddress, { path: '/site' });
  return (
    <Flex gap={3} wrap="wrap">
      {isAllowed(createPosts) && (
        <LinkButton tag={RouterLink} to={newPost} size="L" startIcon={<Pencil />}>
          Write a post
        </LinkButton>
      )}
      {site !== null && (
        <LinkButton href={site.url} isExternal size="L" variant="secondary" endIcon={<ExternalLink />}>
          See my site
        </LinkButton>
      )}
    </Flex>
  );
};

const Card = ({ title, link, Content }: Pick<HomeCard, 'title' | 'link'> & { Content: ComponentType }) => (
  <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
    <Panel title={title}>
      <Suspense>
        <Content />
      </Suspense>
      {link && (
        <Box paddingTop={4}>
          <Link tag={RouterLink} to={link.to}>
            {link.label}
          </Link>
        </Box>
      )}
    </Panel>
  </Grid.Item>
);

/**
 * Returns the first page of the admin, in place of Strapi’s: what the counsellor comes for first, then what waits.
 *
 * @param waiting before the posts that she worked on
 * @param others after them
 */
export const homePage = (waiting: readonly HomeCard[], others: readonly HomeCard[]): ComponentType => {
  const cards = [...waiting, recentPosts, ...others].map(({ load, ...card }) => ({
    ...card,
    Content: lazy(async () => ({ default: await load() })),
  }));
  return function HomePage() {
    const isAllowed = useIsAllowed();
    const name = useAuth('HomePage', ({ user }) => user?.firstname ?? '');
    return (
      <AdminPage
        section="Home"
        title={`Hello ${name}`.trim()}
        subtitle="What you publish here appears on the site within two seconds."
        primaryAction={<FirstButtons />}
      >
        <Grid.Root gap={5}>
          {cards.map(({ permission, ...card }) => isAllowed(permission) && <Card key={card.title} {...card} />)}
        </Grid.Root>
      </AdminPage>
    );
  };
};
