resource "aws_ecr_repository" "own" {
  name = "orders-worker"
}

resource "aws_cloudwatch_log_group" "own" {
  name = "/orders/worker"
}

resource "aws_ecs_task_definition" "pass_closed" {
  family                   = "orders-pass-closed"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "user": "65532", "privileged": false, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_tag" {
  family                   = "orders-fail-tag"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker:v1", "user": "65532", "privileged": false, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_tag_and_digest_of_another" {
  family                   = "orders-fail-tag-and-digest-of-another"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/other@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "user": "65532", "privileged": false, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_short_digest" {
  family                   = "orders-fail-short-digest"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123", "user": "65532", "privileged": false, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_root" {
  family                   = "orders-fail-root"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "user": "0", "privileged": false, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_user_of_the_image" {
  family                   = "orders-fail-user-of-the-image"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "privileged": false, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_privileged" {
  family                   = "orders-fail-privileged"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "user": "65532", "privileged": true, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_writable" {
  family                   = "orders-fail-writable"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "user": "65532", "privileged": false, "readonlyRootFilesystem": false, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_writable_by_default" {
  family                   = "orders-fail-writable-by-default"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "user": "65532", "privileged": false, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_capabilities" {
  family                   = "orders-fail-capabilities"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "user": "65532", "privileged": false, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["NET_RAW"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_added_capability" {
  family                   = "orders-fail-added-capability"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "user": "65532", "privileged": false, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["ALL"], "add": ["SYS_PTRACE"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_secret" {
  family                   = "orders-fail-secret"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "user": "65532", "privileged": false, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "DB_PASSWORD", "value": "x"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_no_logs" {
  family                   = "orders-fail-no-logs"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "user": "65532", "privileged": false, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "BUCKET", "value": "b"}]}]
  JSON
}

resource "aws_ecs_task_definition" "fail_foreign_logs" {
  family                   = "orders-fail-foreign-logs"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "user": "65532", "privileged": false, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/other"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_bridge" {
  family                   = "orders-fail-bridge"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "bridge"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "user": "65532", "privileged": false, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_host_processes" {
  family                   = "orders-fail-host-processes"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  pid_mode                 = "host"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders-worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "user": "65532", "privileged": false, "readonlyRootFilesystem": true, "linuxParameters": {"capabilities": {"drop": ["ALL"]}}, "environment": [{"name": "BUCKET", "value": "b"}], "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/orders/worker"}}}]
  JSON
}

resource "aws_ecs_task_definition" "fail_no_container" {
  family                = "orders-fail-no-container"
  network_mode          = "awsvpc"
  container_definitions = <<-JSON
    []
  JSON
}
