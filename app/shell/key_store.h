#pragma once

#include <memory>
#include <string>

#include "app/vault/device_secret.h"
#include "app/vault/disk.h"

namespace doorstep::shell {

// Where this device's secret is kept. kAutomatic takes the operating system's key store where one
// answers, else a file readable by its owner alone, and stays with what it took the first time.
enum class KeyStore { kAutomatic, kSystem, kFile };

// `disk` outlives it. Its calls block; with the system's key store they need the main thread's event
// loop to run, so never call them there.
std::unique_ptr<vault::DeviceSecret> openKeyStore(KeyStore choice, const std::string& data_folder, vault::Disk& disk);

}  // namespace doorstep::shell
