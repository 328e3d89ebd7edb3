import { defineMessages } from '#kernel/pure/messages.ts';

/** For each status: what happened, what was kept, what to do. */
export const errorMessages = defineMessages(
  {
    401: {
      title: '请先登录',
      happened: '这一页只有本人登录后才能看。',
      kept: '登录以后会回到这里，填过的内容还在。',
      todo: '用手机号登录，或者用短信里的链接查看某一件诉求。',
    },
    403: {
      title: '这一页您不能打开',
      happened: '您现在的身份没有打开这一页的权限。',
      kept: '没有任何内容被改动。',
      todo: '如果您认为应该能看，请问给您开账号的单位。居民说事、查进度不需要权限。',
    },
    404: {
      title: '找不到这一页',
      happened: '网址可能少了几个字，或者这里的内容没有公开。',
      kept: '您的诉求不受影响。',
      todo: '查进度请用受理编号和查询码。扫楼道口的码打不开时，请从首页找您的社区，或打 12345。',
    },
    409: {
      title: '有人先改过了',
      happened: '您打开这一页之后，别人已经改动了它。',
      kept: '您这次的改动没有保存，别人的改动完好。',
      todo: '返回上一页，重新打开看看最新情况，再决定要不要改。',
    },
    410: {
      title: '这个链接已经失效',
      happened: '链接过了期限，或者已经用过一次。',
      kept: '您的诉求还在，编号不变。',
      todo: '用受理编号和查询码查进度，或者打社区服务站的电话，请工作人员重新发一个链接。',
    },
    413: {
      title: '文件太大',
      happened: '一张照片最大 15 MB，一次最多 4 个文件。',
      kept: '这次的文件没有收下，文字请返回上一页看看还在不在。',
      todo: '少选几张，或者换成小一点的照片再传。没有照片也可以提交。',
    },
    422: {
      title: '提交的内容没有看懂',
      happened: '表单可能没有完整送到。',
      kept: '没有任何内容被改动。',
      todo: '返回上一页再提交一次。',
    },
    429: {
      title: '请稍等一会儿',
      happened: '短时间里来了太多次请求，我们暂时慢一点。',
      kept: '已经提交成功的都在。',
      todo: '等一分钟再试。着急的事请打 12345。',
    },
    500: {
      title: '我们这边出了问题',
      happened: '系统没能完成这一步，不是您的操作有误。',
      kept: '凡是已经给过受理编号的，都完好保存。没有给编号的，就是还没有收到。',
      todo: '过几分钟再试。还是不行，请打 12345，把下面的编号告诉他们。',
    },
    503: {
      title: '暂时不能使用',
      happened: '系统正在维护或者太忙。',
      kept: '凡是已经给过受理编号的，都完好保存。',
      todo: '过几分钟再试。着急的事请打 12345。',
    },
    draft: '您填过的内容已经存成草稿，24 小时内回来还在。',
    incident: '问题编号',
    headings: { kept: '什么还在', todo: '现在可以怎么做' },
    home: '回首页',
    again: '再试一次',
  },
  {
    401: {
      title: 'Please sign in',
      happened: 'Only the person concerned can see this page, after signing in.',
      kept: 'You will come back here afterwards. What you typed is still there.',
      todo: 'Sign in with your phone number, or open the link in our text message to see one matter.',
    },
    403: {
      title: 'You cannot open this page',
      happened: 'The role you are using now does not include this page.',
      kept: 'Nothing was changed.',
      todo: 'If you think you should be able to see it, ask whoever gave you the account. Saying something and tracking it need no role.',
    },
    404: {
      title: 'Page not found',
      happened: 'The address may be incomplete, or what is here is not public.',
      kept: 'Your matters are not affected.',
      todo: 'To follow a matter, use its number and query code. If the code on the wall does not open, find your community on the home page, or call 12345.',
    },
    409: {
      title: 'Somebody else changed this first',
      happened: 'After you opened the page, another person changed it.',
      kept: 'Your change was not saved. The other change stands.',
      todo: 'Go back, open the page again to see how things are now, then decide.',
    },
    410: {
      title: 'This link no longer works',
      happened: 'The link has expired, or it has been used once already.',
      kept: 'Your matter is still there under the same number.',
      todo: 'Follow it with the number and query code, or call your service station and ask for a new link.',
    },
    413: {
      title: 'The file is too large',
      happened: 'A photo may be up to 15 MB, and up to 4 files can be sent at once.',
      kept: 'These files were not taken. Go back to see whether your text is still there.',
      todo: 'Choose fewer or smaller photos. You can also send it without any.',
    },
    422: {
      title: 'We could not read what was sent',
      happened: 'The form may not have arrived whole.',
      kept: 'Nothing was changed.',
      todo: 'Go back and send it once more.',
    },
    429: {
      title: 'Please wait a moment',
      happened: 'Too many requests came in a short time, so we slowed down.',
      kept: 'Everything already sent is safe.',
      todo: 'Try again in a minute. If it is urgent, call 12345.',
    },
    500: {
      title: 'Something went wrong on our side',
      happened: 'The system could not finish this step. You did nothing wrong.',
      kept: 'Everything that was given a number is safe. If you saw no number, we have not received it.',
      todo: 'Try again in a few minutes. If it still fails, call 12345 and give the number below.',
    },
    503: {
      title: 'Not available right now',
      happened: 'The system is being maintained or is too busy.',
      kept: 'Everything that was given a number is safe.',
      todo: 'Try again in a few minutes. If it is urgent, call 12345.',
    },
    draft: 'What you typed is kept as a draft. It will be here if you come back within 24 hours.',
    incident: 'Incident number',
    headings: { kept: 'What is safe', todo: 'What you can do now' },
    home: 'Go to the home page',
    again: 'Try again',
  },
);
