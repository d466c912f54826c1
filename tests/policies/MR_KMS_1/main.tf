resource "aws_iam_role" "process" {
  name               = "orders-process"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_kms_key" "pass_named" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/administrator"}, "Action": ["kms:Put*", "kms:ScheduleKeyDeletion"], "Resource": "*"}, {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/${aws_iam_role.process.name}"}, "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "pass_root_condition" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:Put*", "Resource": "*", "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/deploy"}}}]}
  JSON
}

resource "aws_kms_key" "pass_service" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "logs.eu-central-1.amazonaws.com"}, "Action": "kms:GenerateDataKey*", "Resource": "*", "Condition": {"ArnLike": {"kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-central-1:111122223333:log-group:orders-*"}}}]}
  JSON
}

resource "aws_kms_key" "fail_none" {
  enable_key_rotation = true
}

resource "aws_kms_key" "pass_through_service" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/administrator"}, "Action": "kms:Decrypt", "Resource": "*", "Condition": {"StringEquals": {"kms:ViaService": "lambda.eu-central-1.amazonaws.com"}}}]}
  JSON
}

resource "aws_kms_key" "fail_administrator_uses" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/administrator"}, "Action": ["kms:PutKeyPolicy", "kms:Decrypt"], "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "fail_any_action" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/administrator"}, "Action": "kms:*", "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "fail_process_administers_by_condition" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:PutKeyPolicy", "Resource": "*", "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/${aws_iam_role.process.name}"}}}]}
  JSON
}

resource "aws_kms_key" "fail_everybody" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "fail_everybody_conditioned" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:Decrypt", "Resource": "*", "Condition": {"StringEquals": {"kms:CallerAccount": "111122223333"}}}]}
  JSON
}

resource "aws_kms_key" "fail_foreign" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::999999999999:role/x"}, "Action": "kms:Decrypt", "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "fail_root" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "fail_root_any_principal" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*", "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}}}]}
  JSON
}

resource "aws_kms_key" "fail_process_administers" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/${aws_iam_role.process.name}"}, "Action": "kms:*", "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "fail_process_deletes" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/${aws_iam_role.process.name}"}, "Action": ["kms:Decrypt", "kms:ScheduleKeyDeletion"], "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "fail_service_any_account" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "logs.amazonaws.com"}, "Action": "kms:Decrypt", "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "fail_service_foreign_account" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "logs.amazonaws.com"}, "Action": "kms:Decrypt", "Resource": "*", "Condition": {"StringEquals": {"aws:SourceAccount": "999999999999"}}}]}
  JSON
}

resource "aws_kms_key" "fail_service_administers" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "logs.amazonaws.com"}, "Action": "kms:*", "Resource": "*", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_kms_key" "fail_exclusion" {
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "NotPrincipal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "kms:Decrypt", "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "pass_settings_left_to_the_account" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["kms:DescribeKey", "kms:GetKeyPolicy"], "Resource": "*", "Condition": {"StringEquals": {"kms:CallerAccount": "111122223333"}}}]}
  JSON
}

resource "aws_kms_key" "fail_use_left_to_the_account" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["kms:DescribeKey", "kms:Decrypt"], "Resource": "*", "Condition": {"StringEquals": {"kms:CallerAccount": "111122223333"}}}]}
  JSON
}

resource "aws_kms_key" "fail_settings_by_pattern" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["kms:Get*"], "Resource": "*", "Condition": {"StringEquals": {"kms:CallerAccount": "111122223333"}}}]}
  JSON
}

resource "aws_kms_key" "fail_settings_of_any_caller" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["kms:DescribeKey"], "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "fail_other_regions" {
  enable_key_rotation = true
  multi_region        = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/administrator"}, "Action": ["kms:Put*", "kms:ScheduleKeyDeletion"], "Resource": "*"}]}
  JSON
}
