#pragma once

// Stories of what people decide, one file each, in one program.
namespace doorstep::tests {

int runConflictUnresolvable(int argc, char** argv);
int runCreateThenUpdate(int argc, char** argv);
int runSameElderTwice(int argc, char** argv);

}  // namespace doorstep::tests
