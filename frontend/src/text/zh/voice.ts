/** Words about recorded words (语音), Chinese. Part of `text`. */
export const zhVoice = {
  play: (seconds: number) => `语音 ${seconds} 秒`,
  stop: "停",
  failed: "放不出来，请再点一次",
  hold: "按住说",
  asking: "请允许用话筒",
  recording: (seconds: number) => `松手就好 · ${seconds} 秒`,
  going: (seconds: number) => `说完点这里 · ${seconds} 秒`,
  ready: "可以说了，请再按住",
  kept: "录好了，提交时一起发给中心",
  send: "现在就发",
  drop: "删掉",
  waiting: "待发送",
  problem: {
    insecure: "网址不是加密连接，不能录音；请打字或打电话。",
    missing: "这台手机没有能用的话筒；请打字或打电话。",
    denied: "没有允许用话筒。要说话，请在浏览器设置里允许；也可以打字。",
    unsupported: "这个浏览器不能录音；请打字或打电话。",
    short: "太短了，没有录下；按住再说，松手就好。",
    full: "手机空间不够，这段话没有存下。请删一些东西再录。",
  },
};
