resource "aws_sns_topic" "told" {
  name = "told"
}

resource "aws_iam_role" "pass_told" {
  name                 = "pass-told-break-glass"
  max_session_duration = 3600
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/sealed"}, "Action": "sts:AssumeRole", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}, "NumericLessThanEquals": {"aws:MultiFactorAuthAge": "900"}}}]}
  JSON
}

resource "aws_cloudwatch_event_rule" "pass_told" {
  name          = "pass-told"
  state         = "ENABLED"
  event_pattern = <<-JSON
    {"detail": {"requestParameters": {"roleArn": ["arn:aws:iam::111122223333:role/pass-told-break-glass"]}}}
  JSON
}

resource "aws_cloudwatch_event_target" "pass_told" {
  rule = aws_cloudwatch_event_rule.pass_told.name
  arn  = aws_sns_topic.told.arn
}

resource "aws_iam_role" "pass_everyday" {
  name = "orders-transform"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "fail_no_second_factor" {
  name                 = "fail-no-second-factor-break-glass"
  max_session_duration = 3600
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/sealed"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_cloudwatch_event_rule" "fail_no_second_factor" {
  name          = "fail-no-second-factor"
  state         = "ENABLED"
  event_pattern = <<-JSON
    {"detail": {"requestParameters": {"roleArn": ["arn:aws:iam::111122223333:role/fail-no-second-factor-break-glass"]}}}
  JSON
}

resource "aws_cloudwatch_event_target" "fail_no_second_factor" {
  rule = aws_cloudwatch_event_rule.fail_no_second_factor.name
  arn  = aws_sns_topic.told.arn
}

resource "aws_iam_role" "fail_old_second_factor" {
  name                 = "fail-old-second-factor-break-glass"
  max_session_duration = 3600
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/sealed"}, "Action": "sts:AssumeRole", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}, "NumericLessThanEquals": {"aws:MultiFactorAuthAge": "86400"}}}]}
  JSON
}

resource "aws_cloudwatch_event_rule" "fail_old_second_factor" {
  name          = "fail-old-second-factor"
  state         = "ENABLED"
  event_pattern = <<-JSON
    {"detail": {"requestParameters": {"roleArn": ["arn:aws:iam::111122223333:role/fail-old-second-factor-break-glass"]}}}
  JSON
}

resource "aws_cloudwatch_event_target" "fail_old_second_factor" {
  rule = aws_cloudwatch_event_rule.fail_old_second_factor.name
  arn  = aws_sns_topic.told.arn
}

resource "aws_iam_role" "fail_second_factor_if_there" {
  name                 = "fail-second-factor-if-there-break-glass"
  max_session_duration = 3600
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/sealed"}, "Action": "sts:AssumeRole", "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}, "NumericLessThanEquals": {"aws:MultiFactorAuthAge": "900"}}}]}
  JSON
}

resource "aws_cloudwatch_event_rule" "fail_second_factor_if_there" {
  name          = "fail-second-factor-if-there"
  state         = "ENABLED"
  event_pattern = <<-JSON
    {"detail": {"requestParameters": {"roleArn": ["arn:aws:iam::111122223333:role/fail-second-factor-if-there-break-glass"]}}}
  JSON
}

resource "aws_cloudwatch_event_target" "fail_second_factor_if_there" {
  rule = aws_cloudwatch_event_rule.fail_second_factor_if_there.name
  arn  = aws_sns_topic.told.arn
}

resource "aws_iam_role" "fail_long_session" {
  name                 = "fail-long-session-break-glass"
  max_session_duration = 43200
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/sealed"}, "Action": "sts:AssumeRole", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}, "NumericLessThanEquals": {"aws:MultiFactorAuthAge": "900"}}}]}
  JSON
}

resource "aws_cloudwatch_event_rule" "fail_long_session" {
  name          = "fail-long-session"
  state         = "ENABLED"
  event_pattern = <<-JSON
    {"detail": {"requestParameters": {"roleArn": ["arn:aws:iam::111122223333:role/fail-long-session-break-glass"]}}}
  JSON
}

resource "aws_cloudwatch_event_target" "fail_long_session" {
  rule = aws_cloudwatch_event_rule.fail_long_session.name
  arn  = aws_sns_topic.told.arn
}

resource "aws_iam_role" "fail_nobody_told" {
  name                 = "fail-nobody-told-break-glass"
  max_session_duration = 3600
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/sealed"}, "Action": "sts:AssumeRole", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}, "NumericLessThanEquals": {"aws:MultiFactorAuthAge": "900"}}}]}
  JSON
}

resource "aws_iam_role" "fail_rule_off" {
  name                 = "fail-rule-off-break-glass"
  max_session_duration = 3600
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/sealed"}, "Action": "sts:AssumeRole", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}, "NumericLessThanEquals": {"aws:MultiFactorAuthAge": "900"}}}]}
  JSON
}

resource "aws_cloudwatch_event_rule" "fail_rule_off" {
  name          = "fail-rule-off"
  state         = "DISABLED"
  event_pattern = <<-JSON
    {"detail": {"requestParameters": {"roleArn": ["arn:aws:iam::111122223333:role/fail-rule-off-break-glass"]}}}
  JSON
}

resource "aws_cloudwatch_event_target" "fail_rule_off" {
  rule = aws_cloudwatch_event_rule.fail_rule_off.name
  arn  = aws_sns_topic.told.arn
}

resource "aws_iam_role" "fail_told_elsewhere" {
  name                 = "fail-told-elsewhere-break-glass"
  max_session_duration = 3600
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/sealed"}, "Action": "sts:AssumeRole", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}, "NumericLessThanEquals": {"aws:MultiFactorAuthAge": "900"}}}]}
  JSON
}

resource "aws_cloudwatch_event_rule" "fail_told_elsewhere" {
  name          = "fail-told-elsewhere"
  state         = "ENABLED"
  event_pattern = <<-JSON
    {"detail": {"requestParameters": {"roleArn": ["arn:aws:iam::111122223333:role/fail-told-elsewhere-break-glass"]}}}
  JSON
}

resource "aws_cloudwatch_event_target" "fail_told_elsewhere" {
  rule = aws_cloudwatch_event_rule.fail_told_elsewhere.name
  arn  = "arn:aws:sns:eu-central-1:999999999999:elsewhere"
}
