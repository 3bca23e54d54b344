import type { BlogPosting, BreadcrumbList, ImageObject, Person, ProfessionalService, WithContext } from 'schema-dts';
import type { Author, Picture, Post, Practice } from 'shared';
import { mediaAddress, usual } from '#shared/pictures';

const context = 'https://schema.org' as const;

function imageOf(picture: Picture, siteUrl: string): ImageObject {
  const { url, width, height } = usual(picture);
  return {
    '@type': 'ImageObject',
    url: siteUrl + mediaAddress(url),
    width: String(width),
    height: String(height),
    caption: picture.alt,
  };
}

const personOf = (author: Author, siteUrl: string): Person => ({
  '@type': 'Person',
  name: author.name,
  url: `${siteUrl}/`,
  ...(author.role && { jobTitle: author.role }),
  ...(author.portrait && { image: imageOf(author.portrait, siteUrl) }),
});

function serviceOf(practice: Practice, siteUrl: string): ProfessionalService {
  return {
    '@type': 'ProfessionalService',
    '@id': `${siteUrl}/#practice`,
    name: practice.name,
    description: practice.description,
    url: `${siteUrl}/`,
    email: practice.email,
    founder: { '@type': 'Person', name: practice.counsellor },
    ...(practice.phone && { telephone: practice.phone }),
    ...(practice.picture && { image: imageOf(practice.picture, siteUrl) }),
    ...((practice.address ?? practice.town) && {
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'GB',
        ...(practice.address && {
          streetAddress: practice.address
            .split('\n')
            .map((line) => line.trim())
            .join(', '),
        }),
        ...(practice.town && { addressLocality: practice.town }),
      },
    }),
  };
}

/** The practice as search engines read it (https://schema.org/ProfessionalService). */
export const aboutPractice = (practice: Practice, siteUrl: string): WithContext<ProfessionalService> => ({
  '@context': context,
  ...(serviceOf(practice, siteUrl) as Exclude<ProfessionalService, string>),
});

/** A post as search engines read it (https://schema.org/BlogPosting): no more than what the page itself says. */
export function aboutPost(post: Post, practice: Practice, siteUrl: string): WithContext<BlogPosting> {
  const url = `${siteUrl}/blog/${post.slug}`;
  return {
    '@context': context,
    '@type': 'BlogPosting',
    '@id': url,
    mainEntityOfPage: url,
    headline: post.title,
    description: post.summary,
    inLanguage: 'en-GB',
    datePublished: post.published,
    dateModified: post.updated ?? post.published,
    timeRequired: `PT${post.readingMinutes}M`,
    keywords: post.topics.map(({ name }) => name),
    author: post.author ? personOf(post.author, siteUrl) : { '@type': 'Person', name: practice.counsellor },
    publisher: { '@type': 'Organization', name: practice.name, url: `${siteUrl}/` },
    ...(post.cover && { image: imageOf(post.cover, siteUrl) }),
  };
}

/** The way from the home page to this one (https://schema.org/BreadcrumbList), as pairs of name and path. */
export const trail = (
  siteUrl: string,
  steps: readonly (readonly [name: string, path: string])[],
): WithContext<BreadcrumbList> => ({
  '@context': context,
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(([name, path], n) => ({
    '@type': 'ListItem',
    position: n + 1,
    name,
    item: siteUrl + path,
  })),
});
