resource "aws_ssoadmin_permission_set" "pass_hour" {
  name             = "pass_hour"
  instance_arn     = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  session_duration = "PT1H"
}

resource "aws_ssoadmin_permissions_boundary_attachment" "pass_hour" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.pass_hour.arn

  permissions_boundary {
    customer_managed_policy_reference {
      name = "people"
    }
  }
}

resource "aws_ssoadmin_account_assignment" "pass_hour" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.pass_hour.arn
  principal_type     = "GROUP"
  principal_id       = "11111111-1111-1111-1111-111111111111"
  target_type        = "AWS_ACCOUNT"
  target_id          = "111122223333"
}

resource "aws_ssoadmin_permission_set_inline_policy" "pass_hour" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.pass_hour.arn
  inline_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "arn:aws:iam::111122223333:role/x-analyst"}]}
  JSON
}

resource "aws_ssoadmin_permission_set" "fail_long" {
  name             = "fail_long"
  instance_arn     = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  session_duration = "PT12H"
}

resource "aws_ssoadmin_permissions_boundary_attachment" "fail_long" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_long.arn

  permissions_boundary {
    customer_managed_policy_reference {
      name = "people"
    }
  }
}

resource "aws_ssoadmin_account_assignment" "fail_long" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_long.arn
  principal_type     = "GROUP"
  principal_id       = "11111111-1111-1111-1111-111111111111"
  target_type        = "AWS_ACCOUNT"
  target_id          = "111122223333"
}

resource "aws_ssoadmin_permission_set_inline_policy" "fail_long" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_long.arn
  inline_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "arn:aws:iam::111122223333:role/x-analyst"}]}
  JSON
}

resource "aws_ssoadmin_permission_set" "fail_unbound" {
  name             = "fail_unbound"
  instance_arn     = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  session_duration = "PT1H"
}

resource "aws_ssoadmin_account_assignment" "fail_unbound" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_unbound.arn
  principal_type     = "GROUP"
  principal_id       = "11111111-1111-1111-1111-111111111111"
  target_type        = "AWS_ACCOUNT"
  target_id          = "111122223333"
}

resource "aws_ssoadmin_permission_set_inline_policy" "fail_unbound" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_unbound.arn
  inline_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "arn:aws:iam::111122223333:role/x-analyst"}]}
  JSON
}

resource "aws_ssoadmin_permission_set" "fail_person" {
  name             = "fail_person"
  instance_arn     = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  session_duration = "PT1H"
}

resource "aws_ssoadmin_permissions_boundary_attachment" "fail_person" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_person.arn

  permissions_boundary {
    customer_managed_policy_reference {
      name = "people"
    }
  }
}

resource "aws_ssoadmin_account_assignment" "fail_person" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_person.arn
  principal_type     = "USER"
  principal_id       = "11111111-1111-1111-1111-111111111111"
  target_type        = "AWS_ACCOUNT"
  target_id          = "111122223333"
}

resource "aws_ssoadmin_permission_set_inline_policy" "fail_person" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_person.arn
  inline_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "arn:aws:iam::111122223333:role/x-analyst"}]}
  JSON
}

resource "aws_ssoadmin_permission_set" "fail_wide" {
  name             = "fail_wide"
  instance_arn     = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  session_duration = "PT1H"
}

resource "aws_ssoadmin_permissions_boundary_attachment" "fail_wide" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_wide.arn

  permissions_boundary {
    customer_managed_policy_reference {
      name = "people"
    }
  }
}

resource "aws_ssoadmin_account_assignment" "fail_wide" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_wide.arn
  principal_type     = "GROUP"
  principal_id       = "11111111-1111-1111-1111-111111111111"
  target_type        = "AWS_ACCOUNT"
  target_id          = "111122223333"
}

resource "aws_ssoadmin_permission_set_inline_policy" "fail_wide" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_wide.arn
  inline_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:iam::111122223333:role/x-analyst"}]}
  JSON
}

resource "aws_ssoadmin_permission_set" "fail_every_role" {
  name             = "fail_every_role"
  instance_arn     = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  session_duration = "PT1H"
}

resource "aws_ssoadmin_permissions_boundary_attachment" "fail_every_role" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_every_role.arn

  permissions_boundary {
    customer_managed_policy_reference {
      name = "people"
    }
  }
}

resource "aws_ssoadmin_account_assignment" "fail_every_role" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_every_role.arn
  principal_type     = "GROUP"
  principal_id       = "11111111-1111-1111-1111-111111111111"
  target_type        = "AWS_ACCOUNT"
  target_id          = "111122223333"
}

resource "aws_ssoadmin_permission_set_inline_policy" "fail_every_role" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.fail_every_role.arn
  inline_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "arn:aws:iam::111122223333:role/*"}]}
  JSON
}
