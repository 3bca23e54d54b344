/** What only programmes write under other people’s posts, in the notation of phrase.ts. */
export const praiseOfProgrammes: readonly string[] = [
  'check again here', 'book marking', 'bookmarking and will be tweeting', 'be tweeting this', 'blog layout', 'how long have you been blogging', 'made blogging look easy', 'colors and theme', 'did you create this website',
  'something new and challenging', 'stumbleupon', 'blogosphere', 'brief but very accurate', 'good paragraph', 'fastidious', 'at this (place|web page|site) i am', 'became alert to your blog', 'watch out for brussels',
  'be benefited', 'discussion boards that cover', 'shared this site with us', 'loving the information', 'how i ended up here', 'famous blogger', 'my (web page|homepage|home page|web site|website|site|page too)', 'also visit my', 'visit also our',
  'look at my page', 'feel free to (surf|visit)', 'i am regular (visitor|reader)', 'quality based', 'pleasant piece of', 'great delivery', 'outstanding arguments', 'nice post and', 'hi there mates', 'impressive source', 'so many (articles|posts|content) about',
  'glad to join this forum', 'what theme', 'this website has', 'excellent blog you have', 'your web site',
];

/** Kind words of people and programmes alike. */
export const politePraise: readonly string[] = [
  'sharing (such|this informative|the wonderful|valuable|this post|this one)', 'wonderful|valuable|useful|great|helpful (information|info|content)', '[very|truly|really] informative [article|content|post|blog]', 'i will bookmark', 'awesome|amazing|superb|fantastic|great|nice (blog|website|site|article|post|content|info)',
  'design of your blog', 'keep it up', 'outstanding work', 'a must read', 'piece of writing', 'thanks for posting', 'keep up the (good|great)', 'good luck everyone', 'thanks for the',
];
