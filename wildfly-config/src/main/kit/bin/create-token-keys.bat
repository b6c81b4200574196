@echo off
java -cp "%~dp0..\admin;%~dp0..\lib\*" fr.tiers.admin.CreateTokenKeys %*
