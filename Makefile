# One verb per stage. `make help` prints them; each is also `./millrace VERB --help`.

PYTHON ?= python3
DEPLOYMENT ?= orders-dev
TARGET ?= local
# Neither PYTHON... variables nor packages in a home folder change what a verb does; paths and files are UTF-8 whatever the
# locale is.
RUN := .venv/bin/python -E -s -X utf8 -m workflow
SELECT := $(DEPLOYMENT) --target $(TARGET)
SETUP := build/toolchain/toolchain.json
PACKAGES := build/packages.json
FUNCTIONS := $(shell find functions -type f -not -path '*/__pycache__/*')

.DEFAULT_GOAL := help
.PHONY: help setup package list show catalog controls anatomy lineage diagram preflight synth plan gate changed waivers waive mutate access apply verify destroy demo \
	bootstrap drill runbooks emulator schemas inventory bindings openlineage lock test test-all e2e lint bench clean

help:  ## print the verbs
	@echo "usage: make VERB [DEPLOYMENT=orders-dev] [TARGET=local|aws]"
	@echo
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 14

$(SETUP): workflow/setup.py requirements/toolkit.txt requirements/checkov.txt
	@$(PYTHON) workflow/setup.py

$(PACKAGES): $(SETUP) $(FUNCTIONS) workflow/package.py
	@$(RUN) package

setup: $(SETUP) $(PACKAGES)  ## make the toolchain (every verb does this when it is stale)

package: setup  ## build the archives of the functions

list: setup  ## print the blueprints
	@$(RUN) list

show: setup  ## print one blueprint: BLUEPRINT=stream_analytics
	@$(RUN) show $(BLUEPRINT)

catalog: setup  ## write the blueprints as pages for a browser, with pictures and a form for each
	@$(RUN) catalog

controls: setup  ## print the controls of the gate, or all about one: CONTROL=encrypt-buckets
	@$(RUN) controls $(CONTROL)

anatomy: setup  ## print one blueprint as Parameters, Conditions, Resources, Outputs: BLUEPRINT=stream_analytics
	@$(RUN) anatomy $(BLUEPRINT)

lineage: setup  ## export the graph of a deployment as OpenLineage events: TIME=2026-11-24T09:30:00Z dates them
	@$(RUN) lineage $(SELECT) $(addprefix --time ,$(TIME))

diagram: setup  ## draw the graph of a deployment as SVG
	@$(RUN) diagram $(SELECT)

synth: setup  ## write the stack of a deployment
	@$(RUN) synth $(SELECT)

plan: setup  ## synthesize, plan, gate and seal
	@$(RUN) plan $(SELECT)

gate: setup  ## judge the existing plan again, or anybody's: PLAN=plan.json, TEMPLATE=stack.yaml (PARAMETERS=values.json)
	@$(RUN) gate $(if $(PLAN)$(TEMPLATE),$(addprefix --plan ,$(PLAN)) $(addprefix --template ,$(TEMPLATE)) \
		$(addprefix --parameters ,$(PARAMETERS)),$(SELECT))

changed: setup  ## print the deployments that a change touches: BASE=origin/main
	@$(RUN) changed $(addprefix --base ,$(BASE))

waivers: setup  ## print all waivers and consents: days left, and what they hide
	@$(RUN) waivers

waive: setup  ## accept a finding for a while: asks, or takes CONTROL= RESOURCE= REASON= OWNER= APPROVER= TICKET= DAYS=
	@$(RUN) waive $(SELECT) $(if $(CONTROL),--control "$(CONTROL)") $(if $(RESOURCE),--resource "$(RESOURCE)") \
		$(if $(REASON),--reason "$(REASON)") $(if $(OWNER),--owner "$(OWNER)") $(if $(APPROVER),--approver "$(APPROVER)") \
		$(if $(TICKET),--ticket "$(TICKET)") $(if $(DAYS),--days "$(DAYS)")

mutate: setup  ## measure the gate on weakened plans: ONLY="orders-dev ..." SAMPLE=300 SEED=7; needs `make plan` of each before
	@$(RUN) mutate $(ONLY) $(addprefix --sample ,$(SAMPLE)) $(addprefix --seed ,$(SEED))

apply: setup  ## apply exactly the sealed plan
	@$(RUN) apply $(SELECT)

access: setup  ## print who can do what with which store: BEFORE=path/to/access.json prints what changed
	@$(RUN) access $(SELECT) $(if $(BEFORE),--before $(BEFORE))

verify: setup  ## read the live resources back and compare them with the plan
	@$(RUN) verify $(SELECT)

destroy: setup  ## remove a deployment: STORES="raw curated ..." names the data that goes
	@$(RUN) destroy $(SELECT) $(addprefix --store ,$(STORES))

demo: setup  ## plan, gate, apply, verify, send records through, show them, destroy: on the embedded AWS
	@$(RUN) demo $(DEPLOYMENT)

preflight: setup  ## look whether the account at AWS is ready for a deployment
	@$(RUN) preflight $(DEPLOYMENT)

bootstrap: setup  ## make the bucket for Terraform's state: ENVIRONMENT=dev
	@$(RUN) bootstrap $(ENVIRONMENT) --target $(TARGET)

emulator: setup  ## start the embedded AWS of a deployment and leave it running
	@$(RUN) emulator $(DEPLOYMENT)

drill: setup  ## rehearse an incident on the embedded AWS: SCENARIO=audit-trail-stopped, or all
	@$(RUN) drill $(SCENARIO)

runbooks: setup  ## write the runbooks from the scenarios of the drills
	@$(RUN) runbooks

schemas: setup  ## write the JSON Schemas of environments and deployments
	@$(RUN) schemas

inventory: setup  ## write what the plan tests expect of a deployment, from its plan
	@.venv/bin/python -m tools.generate_inventory $(DEPLOYMENT)

bindings: setup  ## generate the bindings from the provider's schema
	@.venv/bin/python -m tools.generate_bindings

openlineage: setup  ## derive OpenLineage's schemas from its Python client
	@.venv/bin/python -m tools.derive_openlineage

lock: setup  ## resolve requirements/*.in and functions/*/requirements.in into hashed locks
	@$(RUN) lock

lint: setup  ## style, types and layers
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy && .venv/bin/lint-imports

test: setup lint  ## the test suite: synthesis under CDK Terrain too, and one deployment end to end
	@.venv/bin/python -m pytest -n 2 --dist loadfile -q -p tests.without_cdktf tests/bindings tests/modules tests/blueprints
	@.venv/bin/python -m pytest -n 2 --dist loadfile

test-all: setup lint  ## every test, the slow ones too
	@.venv/bin/python -m pytest -n 2 --dist loadfile --all

e2e: setup  ## every deployment end to end on the embedded AWS
	@.venv/bin/python -m pytest -n 2 --dist loadgroup --all tests/e2e

bench: setup  ## time the stages
	@.venv/bin/python -m benchmarks

clean:  ## remove what was built, but no state of a deployment that still exists
	@rm -rf cdktf.out build/packages build/packages.json build/wheels .mypy_cache .ruff_cache .pytest_cache
