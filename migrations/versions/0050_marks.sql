-- What the system came with is set with Chinese marks too (GB/T 15834-2011); what people wrote since stays as it is.
UPDATE notification_template SET words = translate(words, ',;:()', '，；：（）') WHERE version = 1;
UPDATE rate_setting SET note = '响应 0.1、解决 0.5、满意 0.4；每日 12 时起，每月 19 日起'
    WHERE note = '响应 0.1、解决 0.5、满意 0.4;每日 12 时起,每月 19 日起';
UPDATE signoff_rule SET reason = '预警工单：预回访不满意而报已解决，由分管领导签发'
    WHERE reason = '预警工单:预回访不满意而报已解决,由分管领导签发';
