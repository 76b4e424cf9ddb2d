"""Lets LibreOffice accept or reject the tracked changes of Word files, as OpenDocument files: a line of standard input names a file, Accept or Reject, and the file to write, between tabs."""
import subprocess, sys, tempfile, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

def value(name, what):
    return PropertyValue(name, 0, what, 0)

with tempfile.TemporaryDirectory() as folder:
    pipe = "draftdiff" + folder.replace("/", "")
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{folder}", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except NoConnectException:
            if office.poll() is not None:
                sys.exit("LibreOffice did not start.")
            time.sleep(0.2)
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for line in sys.stdin.read().splitlines():
        source, how, target = line.split("\t")
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (value("Hidden", True),))
        dispatcher.executeDispatch(document.CurrentController.Frame, f".uno:{how}AllTrackedChanges", "", 0, ())
        document.storeToURL(uno.systemPathToFileUrl(target), (value("FilterName", "writer8"),))
        document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait(30)
