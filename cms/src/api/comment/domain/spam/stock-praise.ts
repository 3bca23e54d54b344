/** What only programmes write under other people’s posts, in the notation of phrases/notation.ts. */
export const praiseOfProgrammes: readonly string[] = [
  'check again here', 'book marking', 'bookmarking and will be tweeting', 'be tweeting this', 'blog layout', 'how long have you been blogging',
  'made blogging look easy', 'colors and theme', 'did you create this website', 'something new and challenging', 'stumbleupon', 'blogosphere',
  'brief but very accurate', 'good paragraph', 'fastidious', 'at this (place|web page|site) i am', 'became alert to your blog',
  'watch out for brussels', 'be benefited', 'discussion boards that cover', 'shared this site with us', 'loving the information',
  'how i ended up here', 'famous blogger', 'my (web page|homepage|home page|web site|website|site|page too)', 'also visit my', 'visit also our',
  'look at my page', 'feel free to (surf|visit)', 'i am regular (visitor|reader)', 'quality based', 'pleasant piece of', 'great delivery',
  'outstanding arguments', 'nice post and', 'hi there mates', 'impressive source', 'so many (articles|posts|content) about',
  'glad to join this forum', 'what theme', 'this website has', 'excellent blog you have', 'your web site', 'browser compatibility',
  'in (safari|explorer|chrome|firefox|opera)', 'overlapping', 'have a contact page', 'problems|trouble locating it', 'suggestions for your blog',
  'interested in hearing', 'in fact (amazing|awesome|good|nice|a)', 'clear idea', 'on the topic of', 'web site from where', 'be capable of actually',
  'concerning my study', 'every time spent my', 'this paragraph', 'weblog', 'thanks to admin', 'hello to all', 'for newest',
  'touched all the internet', 'if some one', 'wonderful goods from you', 'skilled blogger', 'i blog quite often', 'ate my first comment',
  'my brother suggested', 'heya', 'for the first time here', 'will be famous', 'joined your (rss|feed)', 'subscribe to your rss', 'rss feed',
  'wordpress', 'captcha', 'comment spam', 'your (webpage|website|site|blog) (is|has|looks|loads|provides|provided|offers|really|gives)',
  'hosting company|provider', 'grab your', 'grasp your', 'feeds to stay', 'user friendly', 'quality (articles|content|writing|posts)',
  'genuinely (good|nice|fruitful)', 'paragraph|piece of writing is', 'it is (remarkable|appropriate) time', 'hurrah', 'like you read my mind',
  'appear to know', 'the book in it', 'a few pics', 'drive the message', 'my new iphone', 'look forward to all your posts',
  'reading through your blog', 'searching for information about', 'for ages and yours', 'i have discovered', 'off topic but', 'blog platform',
  'fed up of', 'clutch your', 'subscription hyperlink', 'newsletter service', 'valuable info', 'new stuff', 'quite certain', 'thank you author',
  'great information shared', 'post appreciated', 'internet (viewers|users|visitors|people)', 'really a (nice|good|pleasant|fastidious)',
  'i enjoy (reading|looking) through', 'people (will think|to consider)', 'same (niche|subject|topic) as', 'exchange (links|methods)', 'guest author',
  'your rss', 'blogs i have', 'great weblog', 'write (up|ups)', 'i could not refrain', 'undeniably', 'unquestionably', 'admire the (valuable|time)',
  'aw this was', 'pretty nice post', 'thanks for some other', 'saved as a favorite',
];

/** Kind words of people and programmes alike. */
export const politePraise: readonly string[] = [
  'sharing (such|this informative|the wonderful|valuable|this post|this one)', 'wonderful|valuable|useful|great|helpful (information|info|content)',
  '[very|truly|really] informative [article|content|post|blog]', 'i will bookmark',
  'awesome|amazing|superb|fantastic|great|nice (blog|website|site|article|post|content|info)', 'design of your blog', 'keep it up',
  'outstanding work', 'a must read', 'piece of writing', 'thanks for posting', 'keep up the (good|great)', 'good luck everyone',
  'interesting (post|article|blog|content)', 'love this (blog|site)', 'fab read', 'we love this', 'useful facts', '(post|article|blog) thanks',
  'thank you for this', 'thanks for the',
];
