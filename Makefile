# 华龙诚信自律报送平台
#
#   make run                 启动门户（PORT=8001 换端口）
#   make test                全部检查和测试（ARGS="tests/filings -k 规约" 只跑一部分）
#   make check               代码检查
#   make bench               性能比值
#   make reliability         可靠性数据

.DEFAULT_GOAL := help
PORT ?= 8000
ARGS ?=
IN_VENV := .venv/bin/python

.PHONY: help run test check bench reliability ready-to-run ready-to-test

help:
	@sed -n 's/^#   //p' Makefile

ready-to-run ready-to-test:
	@python=$$(sh deploy/local/find_python.sh) && "$$python" deploy/local/prepare.py $(@:ready-to-%=%)

run: ready-to-run
	@$(IN_VENV) manage.py serve --port $(PORT) --end-with-parent

test: ready-to-test
	@$(IN_VENV) -m deploy.local.run_tests $(ARGS)

check: ready-to-test
	@$(IN_VENV) -m deploy.local.check

bench: ready-to-test
	@$(IN_VENV) -m tests.bench $(ARGS)

reliability: ready-to-test
	@$(IN_VENV) -m tests.reliability $(ARGS)
