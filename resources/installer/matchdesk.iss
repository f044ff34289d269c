; What Windows installs, made by Inno Setup 6 where app/installer/windows.py finds it:
;   ISCC /DVersion=0.1.0 /DFolder=dist\matchdesk /DIcon=build\marks\matchdesk.ico
;     /DPicture=build\marks\matchdesk.bmp /DOut=dist matchdesk.iss
;
; It is installed for one account, so nobody has to be an administrator, and it asks no network.
; Uninstalling takes away what was installed and nothing else: events, backups and settings are in
; %LOCALAPPDATA%\matchdesk, which is another folder than that of the program, and stay there.
;
; tests/app/installer/under_wine.sh tries all of it on Linux.

#ifndef Version
  #error Say the version: /DVersion=…
#endif
#ifndef Folder
  #error Say where the program's folder is: /DFolder=…
#endif
#ifndef Icon
  #error Say where the icon is: /DIcon=…
#endif
#ifndef Picture
  #error Say where the picture for the pages is: /DPicture=…
#endif
#ifndef Out
  #define Out "."
#endif

[Setup]
AppId={{6E0B5F0A-6E5C-4B3B-9C53-2E7B9E1D5A74}
AppName=Matchdesk
AppVersion={#Version}
AppVerName=Matchdesk {#Version}
AppPublisher=The Matchdesk contributors
VersionInfoVersion={#Version}
DefaultDirName={localappdata}\Programs\Matchdesk
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Windows 10, version 1809: what Qt says it runs on.
MinVersion=10.0.17763
ChangesAssociations=yes
; The program says by this name that it runs (app/presence.py). Files that are in use would stay behind
; half replaced, so that neither setup nor uninstalling begins before it was closed.
AppMutex=Matchdesk-runs
CloseApplications=yes
RestartApplications=no
LicenseFile=..\..\LICENSE
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\matchdesk.exe
WizardStyle=modern
WizardSmallImageFile={#Picture}
; Windows knows the language of whoever uses it; only where it is none of these, setup asks.
ShowLanguageDialog=auto
Compression=lzma2/max
SolidCompression=yes
OutputDir={#Out}
OutputBaseFilename=matchdesk-{#Version}-windows-setup

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[Tasks]
Name: "desktop"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

; Libraries of an older version must not stay among those of this one.
[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{userprograms}\Matchdesk"; Filename: "{app}\matchdesk.exe"; AppUserModelID: "org.matchdesk.Matchdesk"
Name: "{userdesktop}\Matchdesk"; Filename: "{app}\matchdesk.exe"; Tasks: desktop

[Registry]
Root: HKCU; Subkey: "Software\Classes\.matchdesk"; ValueType: string; ValueData: "Matchdesk.Event"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKCU; Subkey: "Software\Classes\.matchdesk\OpenWithProgids"; ValueType: string; ValueName: "Matchdesk.Event"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKCU; Subkey: "Software\Classes\Matchdesk.Event"; ValueType: string; ValueData: "Matchdesk event"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Matchdesk.Event\DefaultIcon"; ValueType: string; ValueData: "{app}\matchdesk.exe,0"
Root: HKCU; Subkey: "Software\Classes\Matchdesk.Event\shell\open\command"; ValueType: string; ValueData: """{app}\matchdesk.exe"" ""%1"""

[Run]
Filename: "{app}\matchdesk.exe"; Description: "{cm:LaunchProgram,Matchdesk}"; Flags: nowait postinstall skipifsilent
